import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

/** The files of the page by name, as a browser takes them: what is TypeScript in the sources has lost its types. */
export type PageFiles = Readonly<Record<string, string>>;

/** The files in the program, or those of the checkout that it runs from. */
export function pageFiles(): PageFiles {
	return typeof ICHOR_PAGE === 'undefined' ? filesOfCheckout() : (JSON.parse(ICHOR_PAGE) as PageFiles);
}

/** The build defines it, as JSON: it then sees that the checkout is not asked, and leaves that out. */
declare const ICHOR_PAGE: string | undefined;

function filesOfCheckout(): PageFiles {
	const folder = new URL('page/', import.meta.url);
	const files = readdirSync(folder).map((name) => {
		const text = readFileSync(new URL(name, folder), 'utf8');
		return [name, name.endsWith('.ts') ? withoutTypes(text) : text];
	});
	return Object.fromEntries(files) as PageFiles;
}

/** Node warns that this function may change; only those who develop this program would read that, and each time. */
function withoutTypes(text: string): string {
	const { emitWarning } = process;
	process.emitWarning = () => undefined;
	try {
		return stripTypeScriptTypes(text);
	} finally {
		process.emitWarning = emitWarning;
	}
}
