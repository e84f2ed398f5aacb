import type { DocumentKind } from '../../document.ts';
import { type TrustedRootsConfig, trustedRootsConfigSchema } from './trusted-roots-config.gen.ts';

/** Certificates that are trusted in addition to the public ones. */
export const trustedRootsConfig: DocumentKind<TrustedRootsConfig> = {
	kind: 'TrustedRootsConfig',
	schema: trustedRootsConfigSchema,
	since: 'v1.8',
	named: true,
	controlPlaneOnly: false,
};
