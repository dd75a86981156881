type Values = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * How a body goes along with a file: as a form with the file as its last part. What is left open stays out of it.
 * Without a file it goes as it is.
 */
export function withFile(file: File | null) {
  if (!file) return {};
  return {
    bodySerializer: (body: Values): FormData => {
      const form = new FormData();
      for (const [name, value] of Object.entries(body))
        if (value !== null && value !== undefined && value !== '') form.append(name, String(value));
      form.append('file', file);
      return form;
    },
  };
}
