import type { Problems } from '../../document.ts';
import { ProblemList } from '../../problems.ts';
import { quote } from '../../quote.ts';
import { checkAbsolutePath } from './absolute-path.ts';
import type { ContainerMount } from './container-config.gen.ts';

/** Each mount has one source, and each place is mounted to once. */
export function checkMounts(mounts: readonly ContainerMount[], problems: Problems): void {
	const destinations = new Set<string>();
	for (const [index, mount] of mounts.entries()) {
		const found = new ProblemList();
		const destination = checkMount(mount, found);
		const [first] = found.errors;
		if (first !== undefined) {
			const message = found.errors.map((problem) => problem.message).join('\n');
			problems.error([index, ...first.path], `mounts[${index}]: ${message}`);
			continue;
		}
		if (destinations.has(destination)) problems.error([index], `mounts[${index}]: duplicate destination ${quote(destination)}`);
		destinations.add(destination);
	}
}

/** Returns where it is mounted to. */
function checkMount({ userVolume, tmpfs, hostPath }: ContainerMount, problems: Problems): string {
	const sources = [userVolume, tmpfs, hostPath].filter((source) => source !== undefined);
	const [source] = sources;
	if (source === undefined || sources.length > 1) {
		problems.error([], 'exactly one of userVolume, tmpfs or hostPath must be set');
		return '';
	}
	const kind = userVolume !== undefined ? 'userVolume' : tmpfs !== undefined ? 'tmpfs' : 'hostPath';
	if (userVolume !== undefined && (userVolume.name ?? '') === '') problems.error([kind, 'name'], 'userVolume.name is required');
	if (hostPath !== undefined) checkAbsolutePath('hostPath.source', hostPath.source, [kind, 'source'], problems);
	checkAbsolutePath(`${kind}.destination`, source.destination, [kind, 'destination'], problems);
	checkOptions(source.options ?? [], kind, problems);
	return source.destination ?? '';
}

const knownOptions = ['ro', 'rw', 'noexec', 'nosuid', 'nodev', 'noatime', 'rbind', 'rshared'];

function checkOptions(options: readonly string[], kind: string, problems: Problems): void {
	for (const [index, option] of options.entries()) {
		if (!knownOptions.includes(option)) problems.error([kind, 'options', index], `unsupported mount option ${quote(option)}`);
	}
	if (options.includes('ro') && options.includes('rw')) {
		problems.error([kind, 'options'], 'mount options ro and rw are mutually exclusive');
	}
}
