import { docsFile, scalarDocsFile } from './docs.ts';
import { refuseCircles } from './file-order.ts';
import { interfacesFile, kindsFile } from './kinds.ts';
import type { Model } from './model.ts';
import { scalarsFile } from './scalars.ts';
import { typesFile } from './types.ts';

/** Every generated file of the machinery room: its path from the room's folder, and its text. */
export function generate(model: Model): ReadonlyMap<string, string> {
	refuseCircles(model);
	const files = new Map<string, string>();
	for (const file of model.files) files.set(`src/config/types/${file.path}.gen.ts`, typesFile(model, file));
	for (const domain of new Set(model.files.map((file) => file.domain)))
		files.set(`src/config/docs/${domain}.gen.ts`, docsFile(model, domain));
	files.set('src/config/docs/scalars.gen.ts', scalarDocsFile(model));
	files.set('src/config/types/scalars.gen.ts', scalarsFile(model));
	files.set('src/config/types/kinds.gen.ts', kindsFile(model));
	files.set('src/config/types/interfaces.gen.ts', interfacesFile(model));
	return files;
}
