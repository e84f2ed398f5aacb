/**
 * The text of a shell script: a template in which `@{` stands for the shell's `${`, which would be the template's own,
 * and a backslash is a backslash.
 */
export function shell({ raw }: TemplateStringsArray, ...values: readonly string[]): string {
	return String.raw({ raw: raw.map((part) => part.replaceAll('@{', '${')) }, ...values);
}
