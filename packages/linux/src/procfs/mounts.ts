/** One line of /proc/mounts (fstab(5)), its escapes undone. */
export interface Mount {
	readonly source: string;
	readonly target: string;
	readonly type: string;
	readonly options: string;
}

export function parseMounts(text: string): readonly Mount[] {
	return text
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => {
			const [source = '', target = '', type = '', options = ''] = line.split(' ').map(unescapeField);
			return { source, target, type, options };
		});
}

/** Space, tab, newline and backslash are written as a backslash and three octal digits. */
function unescapeField(field: string): string {
	return field.replaceAll(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}
