import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { listSources } from './sources.ts';

/**
 * Nothing in the repository names a package registry's host or the path of the checkout that it was written in, no test
 * is skipped or focused, none leaves the namespaces that it shares with others, and no checker is silenced.
 */
export const hygieneCheck: Check = {
	name: 'hygiene',
	async run(root) {
		return listSources(root).flatMap((file) => {
			const bytes = readFileSync(join(root, file));
			if (bytes.includes(0)) return [];
			return bytes
				.toString('utf8')
				.split('\n')
				.flatMap((line, index) => {
					const finding = judgeLine(file, line, root);
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

export function judgeLine(file: string, line: string, checkout: string): string | undefined {
	const host = registryHosts.find((candidate) => line.includes(candidate));
	if (host !== undefined) return `names the package registry ${host}`;
	if (checkout.length > 1 && line.includes(`${checkout.replace(/\/$/, '')}/`)) return 'names the path of this checkout';
	if (!file.endsWith('.ts')) return undefined;
	const silencer = silencers.find((candidate) => line.includes(candidate));
	if (silencer !== undefined) return `silences a checker with ${silencer}`;
	if (/\.test\.ts$/.test(file) && /\b(?:test|it|describe)\.(?:only|todo)\(/.test(line)) return 'focuses or postpones a test';
	if (/(?<!\.namespace)\.test\.ts$/.test(file) && /^import .*\b(?:enterNetwork|twoNetworks)\b/.test(line))
		return 'leaves the network that all tests share: call it *.namespace.test.ts';
	return undefined;
}
