import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { listSources } from './sources.ts';

/**
 * Nothing in the repository names a package registry's host or a path of the machine that it was written on, no test
 * is skipped or focused, and no checker is silenced.
 */
export const hygieneCheck: Check = {
	name: 'hygiene',
	async run(root) {
		const machinePaths = [root, homedir()].filter((path) => path.split('/').length > 2 || path === '/root');
		return listSources(root).flatMap((file) => {
			const bytes = readFileSync(join(root, file));
			if (bytes.includes(0)) return [];
			return bytes
				.toString('utf8')
				.split('\n')
				.flatMap((line, index) => {
					const finding = judgeLine(file, line, machinePaths);
					return finding === undefined ? [] : [`${file}:${index + 1}: ${finding}`];
				});
		});
	},
};

/** Spelled with a gap, so that this file does not find itself. */
const registryHosts = ['registry.npmjs .org', 'proxy.golang .org', 'sum.golang .org', 'deb.debian .org', 'pypi .org'].map(closeGap);
const silencers = ['biome- ignore', 'oxlint- disable', '@ts- ignore', '@ts- nocheck', '@ts- expect-error'].map(closeGap);

function closeGap(text: string): string {
	return text.replace(' ', '');
}

export function judgeLine(file: string, line: string, machinePaths: readonly string[]): string | undefined {
	const host = registryHosts.find((candidate) => line.includes(candidate));
	if (host !== undefined) return `names the package registry ${host}`;
	const path = machinePaths.find((candidate) => line.includes(`${candidate}/`));
	if (path !== undefined) return `names a path of this machine, ${path}`;
	if (!file.endsWith('.ts')) return undefined;
	const silencer = silencers.find((candidate) => line.includes(candidate));
	if (silencer !== undefined) return `silences a checker with ${silencer}`;
	if (/\.test\.ts$/.test(file) && /\b(?:test|it|describe)\.(?:only|todo)\(/.test(line)) return 'focuses or postpones a test';
	return undefined;
}
