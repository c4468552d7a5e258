/** Two words name a command before one does. */
export function findCommand<Command>(commands: readonly Command[], nameOf: (command: Command) => string, argv: readonly string[]): { readonly command: Command; readonly rest: readonly string[] } | null {
  for (const length of [2, 1]) {
    const command = commands.find((one) => nameOf(one) === argv.slice(0, length).join(' '));
    if (command) return { command, rest: argv.slice(length) };
  }
  return null;
}
