import type { DocumentKind, Problems } from '../../document.ts';
import { quote } from '../../quote.ts';
import { parseURL } from '../../scalars/url.ts';
import { type KubeExternalManifestConfig, kubeExternalManifestConfigSchema } from './kube-external-manifest-config.gen.ts';
import { checkManifestName } from './manifest-name.ts';

/** Objects of Kubernetes that are created when the cluster is bootstrapped, downloaded from a URL. */
export const kubeExternalManifestConfig: DocumentKind<KubeExternalManifestConfig> = {
	kind: 'KubeExternalManifestConfig',
	schema: kubeExternalManifestConfigSchema,
	since: 'v1.14',
	named: true,
	controlPlaneOnly: false,
	validate({ name, url }, problems) {
		checkManifestName('manifest', name, problems);
		if (url) checkScheme(parseURL(url).scheme, problems);
		else problems.error(['url'], 'manifest URL is required');
	},
};

function checkScheme(scheme: string, problems: Problems): void {
	if (scheme === 'http' || scheme === 'https') return;
	problems.error(['url'], `manifest URL scheme must be http or https: ${quote(scheme)}`);
}
