/** A kind of resources in the list of kinds. */
export interface KindRow {
	readonly type: string;
	readonly namespace: string;
	readonly aliases: readonly string[];
	readonly sensitive: boolean;
}

/** A resource in the list of a kind: id, version, phase, owner, and what the kind's own columns show. */
export interface ResourceRow {
	readonly id: string;
	readonly cells: readonly string[];
	/** The whole of it as YAML. */
	readonly text: readonly string[];
}

/** The resource explorer: which list is open, and what is chosen in it. */
export interface Explorer {
	readonly level: 'kinds' | 'resources' | 'resource';
	/** What is typed to narrow the list of kinds. */
	readonly filter: string;
	/** Keys go to the filter. */
	readonly typing: boolean;
	readonly kind: KindRow | undefined;
	readonly id: string;
	/** The chosen row of each list, and the first line of the resource. */
	readonly cursors: Readonly<Record<Explorer['level'], number>>;
}

export const noExplorer: Explorer = {
	level: 'kinds',
	filter: '',
	typing: false,
	kind: undefined,
	id: '',
	cursors: { kinds: 0, resources: 0, resource: 0 },
};

/** What is known of what the explorer shows. */
export interface Explored {
	readonly kinds: readonly KindRow[];
	/** Of the open kind; absent until they have come. */
	readonly columns: readonly string[];
	readonly resources: readonly ResourceRow[] | undefined;
	/** Why there is nothing. */
	readonly failure: string;
}

export const nothingExplored: Explored = { kinds: [], columns: [], resources: undefined, failure: '' };

/** The kinds that the filter leaves: by their type or one of their aliases, in any case of letters. */
export function filteredKinds({ kinds }: Explored, { filter }: Explorer): readonly KindRow[] {
	const wanted = filter.toLowerCase();
	return kinds.filter(({ type, aliases }) => [type, ...aliases].some((name) => name.toLowerCase().includes(wanted)));
}
