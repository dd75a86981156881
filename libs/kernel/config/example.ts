import { type SettingDefinition, settingsSchema } from './settings-schema.js';

/** The text of `.env.example`: every setting with what it is for and its default. */
export function environmentExample(): string {
  const entries = Object.entries(settingsSchema) as [string, SettingDefinition][];
  const lines = entries
    .filter(([, definition]) => !definition.internal)
    .map(([name, definition]) => {
      const fromFile = definition.secret ? ` May be given as a file: ${name}_FILE.` : '';
      return `# ${definition.description}${fromFile}\n#${name}=${definition.default ?? ''}\n`;
    });
  return `# Settings of Weerbaar. Made from libs/kernel/config/settings-schema.ts by \`npm run generate\`.\n\n${lines.join('\n')}`;
}
