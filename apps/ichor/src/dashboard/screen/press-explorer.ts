import { type Explored, type Explorer, filteredKinds } from './explorer.ts';
import { scrolled } from './scroll.ts';

/**
 * The explorer after a key: enter opens what is chosen, escape goes back, a slash narrows the kinds. Undefined when the
 * key is none of its.
 *
 * @param page rows that are seen at once
 */
export function pressExplorer(explorer: Explorer, explored: Explored, key: string, page: number): Explorer | undefined {
	if (explorer.typing) return typed(explorer, key);
	if (key === 'enter') return opened(explorer, explored);
	if (key === 'escape') return closed(explorer);
	if (key === '/' && explorer.level === 'kinds') return { ...explorer, typing: true };
	const { level, cursors } = explorer;
	const cursor = scrolled(cursors[level], key, page, rowsOf(explorer, explored) - (level === 'resource' ? page : 1));
	return cursor === undefined ? undefined : { ...explorer, cursors: { ...cursors, [level]: cursor } };
}

function typed(explorer: Explorer, key: string): Explorer {
	const first = { ...explorer.cursors, kinds: 0 };
	if (key === 'enter') return { ...explorer, typing: false };
	if (key === 'escape') return { ...explorer, typing: false, filter: '', cursors: first };
	if (key === 'backspace') return { ...explorer, filter: explorer.filter.slice(0, -1), cursors: first };
	return [...key].length === 1 ? { ...explorer, filter: explorer.filter + key, cursors: first } : explorer;
}

function opened(explorer: Explorer, explored: Explored): Explorer {
	const { level, cursors } = explorer;
	if (level === 'kinds') {
		const kind = filteredKinds(explored, explorer)[cursors.kinds];
		return kind === undefined ? explorer : { ...explorer, level: 'resources', kind, cursors: { ...cursors, resources: 0 } };
	}
	const row = explored.resources?.[cursors.resources];
	if (level === 'resource' || row === undefined) return explorer;
	return { ...explorer, level: 'resource', id: row.id, cursors: { ...cursors, resource: 0 } };
}

function closed(explorer: Explorer): Explorer {
	if (explorer.level === 'resource') return { ...explorer, level: 'resources' };
	if (explorer.level === 'resources') return { ...explorer, level: 'kinds', kind: undefined };
	return { ...explorer, filter: '', cursors: { ...explorer.cursors, kinds: 0 } };
}

function rowsOf(explorer: Explorer, explored: Explored): number {
	if (explorer.level === 'kinds') return filteredKinds(explored, explorer).length;
	if (explorer.level === 'resources') return explored.resources?.length ?? 0;
	return explored.resources?.find(({ id }) => id === explorer.id)?.text.length ?? 0;
}
