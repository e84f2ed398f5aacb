import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What came back from the editor. */
export interface EditedText {
	readonly content: string;
	/** Where it is until it is discarded; for its owner only, it may hold secrets. */
	readonly path: string;
	readonly discard: () => void;
}

/**
 * Has the user edit a text, and waits for the end of the editor: that of `TALOS_EDITOR`, else of `EDITOR`, else vi. The
 * variable may hold arguments; no shell reads it.
 *
 * @param name what the file's name begins with
 * @throws Error when there is no such editor or it fails
 */
export function editText(name: string, text: string, environment: Readonly<Record<string, string | undefined>>): EditedText {
	const path = join(mkdtempSync(join(tmpdir(), 'ichor-edit-')), `${name}${process.pid}.yaml`);
	const discard = (): void => rmSync(dirname(path), { recursive: true });
	try {
		writeFileSync(path, text, { mode: 0o600 });
		const [program = defaultEditor, ...options] = wordsOf(environment.TALOS_EDITOR || environment.EDITOR || defaultEditor);
		const { error, status } = spawnSync(program, [...options, path], { stdio: 'inherit' });
		const called = JSON.stringify([program, ...options].join(' '));
		if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') throw new Error(`unable to launch the editor ${called}`);
		if (error !== undefined || status !== 0) throw new Error(`there was a problem with the editor ${called}`, { cause: error });
		return { content: readFileSync(path, 'utf8'), path, discard };
	} catch (error) {
		discard();
		throw error;
	}
}

/** Words between spaces; quotes hold one together. */
export function wordsOf(command: string): readonly string[] {
	const words = command.match(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g) ?? [];
	return words.map((word) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? ''));
}

const defaultEditor = 'vi';
