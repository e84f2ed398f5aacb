/** What values look like: which kinds they are, which keys they have, what their items look like. */
export interface Shape {
	/** How many values it was made from, and how many of them are maps. */
	readonly values: number;
	readonly maps: number;
	readonly kinds: ReadonlySet<Kind>;
	readonly keys: ReadonlyMap<string, Shape>;
	/** Of lists, and of maps whose keys are data. */
	readonly items: Shape | undefined;
}

type Kind = 'text' | 'number' | 'flag' | 'time' | 'nothing' | 'list' | 'map';

/** Whether something holds for a path. */
type Judge = (path: string) => boolean;

const never: Judge = () => false;

/** A place where two shapes differ: `spec.status.ready`, and how. */
export interface ShapeDifference {
	readonly path: string;
	readonly what: string;
}

/**
 * The shape that all these values share.
 *
 * @param isDictionary whether the keys of the map at a path are data, as those of labels are
 * @param isFree whether what is at a path follows rules of somebody else's; nothing in it is compared
 */
export function shapeOf(values: readonly unknown[], isDictionary: Judge, isFree: Judge = never, path = 'spec'): Shape {
	const kinds = new Set(values.map(kindOf));
	if (isFree(path)) return { values: values.length, maps: 0, kinds, keys: new Map(), items: undefined };
	const maps = values.filter(isMap);
	const dictionary = isDictionary(path);
	const items = [...values.filter(Array.isArray).flat(), ...(dictionary ? maps.flatMap((map) => Object.values(map)) : [])];
	const keys = dictionary ? [] : [...new Set(maps.flatMap((map) => Object.keys(map)))];
	return {
		values: values.length,
		maps: maps.length,
		kinds,
		keys: new Map(
			keys.map((key) => {
				const present = maps.filter((map) => key in map).map((map) => map[key]);
				return [key, shapeOf(present, isDictionary, isFree, `${path}.${key}`)];
			}),
		),
		items: items.length === 0 ? undefined : shapeOf(items, isDictionary, isFree, `${path}[]`),
	};
}

/**
 * Where `here` is no instance of `there`: a kind that never occurs there, a key that every value there has and some
 * here have not, a key that none there has.
 */
export function compareShapes(here: Shape, there: Shape, path = 'spec'): readonly ShapeDifference[] {
	const strange = [...here.kinds].filter((kind) => !there.kinds.has(kind));
	if (strange.length > 0) return [{ path, what: `${strange.join(' or ')} here, ${[...there.kinds].join(' or ')} there` }];
	const differences: ShapeDifference[] = [];
	for (const [key, theirs] of there.keys) {
		const ours = here.keys.get(key);
		const at = `${path}.${key}`;
		if (theirs.values === there.maps && (ours?.values ?? 0) < here.maps) differences.push({ path: at, what: 'missing' });
		if (ours !== undefined) differences.push(...compareShapes(ours, theirs, at));
	}
	for (const key of here.keys.keys()) if (!there.keys.has(key)) differences.push({ path: `${path}.${key}`, what: 'extra' });
	if (here.items !== undefined && there.items !== undefined) differences.push(...compareShapes(here.items, there.items, `${path}[]`));
	return differences;
}

function kindOf(value: unknown): Kind {
	if (value === null || value === undefined) return 'nothing';
	if (Array.isArray(value)) return 'list';
	if (value instanceof Date) return 'time';
	switch (typeof value) {
		case 'string':
			return 'text';
		case 'boolean':
			return 'flag';
		case 'object':
			return 'map';
		default:
			return 'number';
	}
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
	return kindOf(value) === 'map';
}
