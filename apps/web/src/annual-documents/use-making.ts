import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';

/** Has an edition made in all formats. Asking again for what did not change gives what was made. */
export function useMaking(documentId: string, asked: (rendering: Schemas['RenderingView']) => unknown) {
  const { language } = useDates();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (edition: Schemas['Edition']) =>
      answerOf(
        api.POST('/annual-documents/{documentId}/renderings', {
          params: { path: { documentId } },
          body: { edition, language },
        }),
      ),
    onSuccess: async (rendering) => {
      client.setQueryData(queries.rendering(rendering.id).queryKey, rendering);
      await client.invalidateQueries({ queryKey: ['annual-documents', documentId, 'renderings'] });
      await asked(rendering);
    },
  });
}
