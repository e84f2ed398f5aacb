import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import type { Check } from './check.ts';
import { listSources } from './sources.ts';

/**
 * The arrows between rooms are those of rooms.json: no import that it does not allow, none around a room's exports,
 * none of a room that the importer's package.json does not name, no room named there that nothing imports, no cycle, no
 * room without an entry or entry without a room.
 */
export const roomsCheck: Check = {
	name: 'rooms',
	async run(root) {
		const rooms = readRooms(root);
		const problems = [...unknownRooms(root, rooms), ...missingRooms(rooms), ...cycles(rooms)];
		const imported = new Map(rooms.map((room) => [room, new Set<string>()]));
		let seen = 0;
		for (const file of listSources(root)) {
			const room = rooms.find((candidate) => file.startsWith(`${candidate.folder}/`));
			if (room === undefined || !file.endsWith('.ts')) continue;
			seen += 1;
			for (const specifier of importsOf(join(root, file))) {
				problems.push(...judge(root, rooms, room, file, specifier));
				imported.get(room)?.add(packageOf(specifier));
			}
		}
		if (seen === 0) throw new Error('the rooms check saw no source file');
		return [...problems, ...rooms.flatMap((room) => needless(room, imported.get(room)))];
	},
};

/** A room as rooms.json declares it. */
export interface Room {
	readonly folder: string;
	readonly name: string;
	readonly imports: readonly string[];
	/** Entry points (`exports` keys) whose whole import graph has no `node:` module. */
	readonly pure: readonly string[];
	readonly dependencies: readonly string[];
}

export function readRooms(root: string): readonly Room[] {
	const table = JSON.parse(readFileSync(join(root, 'rooms.json'), 'utf8')) as {
		rooms: Record<string, { name: string; imports: string[]; pure?: string[] }>;
	};
	return Object.entries(table.rooms).map(([folder, { name, imports, pure }]) => {
		const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<
			string,
			Record<string, string> | undefined
		>;
		return {
			folder,
			name,
			imports,
			pure: pure ?? [],
			dependencies: Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }),
		};
	});
}

/** Every module specifier of a file: static, re-exported, dynamic, types included. */
export function importsOf(path: string): readonly string[] {
	const { module, errors } = parseSync(path, readFileSync(path, 'utf8'));
	const first = errors[0];
	if (first !== undefined) throw new Error(`${path}: ${first.message}`);
	const text = readFileSync(path, 'utf8');
	const dynamic = module.dynamicImports.flatMap(({ moduleRequest }) => {
		const literal = /^['"](.*)['"]$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
		return literal?.[1] === undefined ? [] : [literal[1]];
	});
	const reexported = module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []));
	return [...new Set([...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...reexported, ...dynamic])];
}

function judge(root: string, rooms: readonly Room[], from: Room, file: string, specifier: string): readonly string[] {
	if (specifier.startsWith('.')) {
		const target = relative(root, join(root, dirname(file), specifier));
		return target.startsWith(`${from.folder}/`) ? [] : [`${file}: '${specifier}' leaves the room; import it by its package name`];
	}
	if (!specifier.startsWith('@ichor/')) return [];
	const name = packageOf(specifier);
	const to = rooms.find((room) => room.name === name);
	if (to === undefined) return [`${file}: '${specifier}' is no room of rooms.json`];
	if (to === from) return [`${file}: '${specifier}' is its own room; import it relatively`];
	const problems: string[] = [];
	if (!mayImport(from, to)) problems.push(`${file}: ${from.name} may not import ${to.name} (rooms.json)`);
	if (!from.dependencies.includes(to.name)) problems.push(`${file}: ${from.folder}/package.json does not name ${to.name}`);
	return problems;
}

function mayImport(from: Room, to: Room): boolean {
	return from.imports.includes(to.name) || (from.imports.includes('packages/*') && to.folder.startsWith('packages/'));
}

/** Of `@ichor/linux/netlink`, `@ichor/linux`. */
function packageOf(specifier: string): string {
	return specifier.split('/').slice(0, 2).join('/');
}

/** Rooms that a package.json names for nothing. */
function needless({ folder, dependencies }: Room, imported: ReadonlySet<string> = new Set()): readonly string[] {
	return dependencies
		.filter((name) => name.startsWith('@ichor/') && !imported.has(name))
		.map((name) => `${folder}/package.json names ${name}, which nothing there imports`);
}

function missingRooms(rooms: readonly Room[]): readonly string[] {
	return rooms.flatMap(({ folder, imports }) =>
		imports
			.filter((name) => name !== 'packages/*' && !rooms.some((room) => room.name === name))
			.map((name) => `rooms.json lets ${folder} import ${name}, which is no room`),
	);
}

function unknownRooms(root: string, rooms: readonly Room[]): readonly string[] {
	const folders = new Set(
		listSources(root)
			.filter((file) => /^(packages|apps)\/[^/]+\/package\.json$/.test(file))
			.map((file) => dirname(file)),
	);
	return [...folders]
		.filter((folder) => !rooms.some((room) => room.folder === folder))
		.map((folder) => `${folder} has no entry in rooms.json`);
}

function cycles(rooms: readonly Room[]): readonly string[] {
	const found: string[] = [];
	const visit = (room: Room, path: readonly string[]): void => {
		if (path.includes(room.name)) {
			found.push(`rooms.json has a cycle: ${[...path.slice(path.indexOf(room.name)), room.name].join(' -> ')}`);
			return;
		}
		for (const next of rooms) if (room.imports.includes(next.name)) visit(next, [...path, room.name]);
	};
	for (const room of rooms) if (found.length === 0) visit(room, []);
	return found;
}
