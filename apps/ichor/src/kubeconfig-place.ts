import { join } from 'node:path';
import type { Terminal } from './command/terminal.ts';

/**
 * The kubeconfig that kubectl reads.
 *
 * @throws Error when $KUBECONFIG names several, or there is no home folder
 */
export function kubeconfigPlace({ environment: { KUBECONFIG: named = '', HOME: home = '' } }: Pick<Terminal, 'environment'>): string {
	const paths = named === '' ? [] : named.split(':');
	if (paths.length > 1) throw new Error('multiple kubeconfig files defined');
	if (paths[0] !== undefined) return paths[0];
	if (home === '') throw new Error('$HOME is not defined');
	return join(home, '.kube/config');
}
