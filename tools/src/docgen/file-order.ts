import { flatFields, innermost, type Model } from './model.ts';

/** Throws when files of the model need each other in a circle: their schemas are constants that import one another. */
export function refuseCircles(model: Model): void {
	const done = new Set<string>();
	const visit = (path: string, trail: readonly string[]): void => {
		if (trail.includes(path)) throw new Error(`the files ${[...trail.slice(trail.indexOf(path)), path].join(' → ')} need each other`);
		if (done.has(path)) return;
		for (const needed of filesNeededBy(model, path)) visit(needed, [...trail, path]);
		done.add(path);
	};
	for (const { path } of model.files) visit(path, []);
}

function filesNeededBy(model: Model, path: string): ReadonlySet<string> {
	const structs = model.files.find((file) => file.path === path)?.structs ?? [];
	const names = structs.flatMap((struct) =>
		flatFields(model, struct).flatMap(({ field }) => {
			const inner = innermost(field.type);
			return inner.of === 'struct' ? [inner.name] : [];
		}),
	);
	const files = names.map((name) => model.structs.get(name)?.file ?? path);
	return new Set(files.filter((file) => file !== path));
}
