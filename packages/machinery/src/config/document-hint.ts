import type { ConfigDocument } from './document.ts';
import type { HostnameConfig } from './types/network/hostname-config.gen.ts';

/** The patch that mends a document by itself, for the mistakes that many make; undefined for others. */
export function documentHint({ kind, value }: ConfigDocument): string | undefined {
	const { auto, hostname = '' }: HostnameConfig = kind === 'HostnameConfig' ? value : {};
	if (auto === undefined || auto === 'off' || hostname === '') return undefined;
	return `a name of your own goes with \`auto: off\`, which this patch adds:\napiVersion: v1alpha1\nkind: HostnameConfig\nauto: off\n`;
}
