/** A file's mode as Go numbers and prints it: `drwxr-xr-x`, `Lrwxrwxrwx`, `dtrwxrwxrwx` (Go's io/fs, FileMode.String). */
export function fileModeText(mode: number): string {
	const kind = [...'dalTLDpSugct?'].filter((_letter, index) => (mode & (1 << (31 - index))) !== 0).join('');
	const permissions = [...'rwxrwxrwx'].map((letter, index) => ((mode & (1 << (8 - index))) === 0 ? '-' : letter)).join('');
	return `${kind || '-'}${permissions}`;
}
