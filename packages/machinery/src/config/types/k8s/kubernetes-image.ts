import { kubernetesRefusal, kubernetesVersionOfImage } from '../../../versions/compatibility.ts';
import { talosVersion } from '../../../versions/defaults.ts';
import { parseVersion } from '../../../versions/version.ts';
import type { ValidationOptions } from '../../document.ts';
import { ConfigError } from '../../errors.ts';
import { quote } from '../../quote.ts';

/**
 * Why an image of a Kubernetes component cannot be used: its tag is not a version, or one that does not go with Talos.
 * Nothing is said on a client, which does not know the machine's version.
 */
export function kubernetesImageProblem(image: string, options: ValidationOptions): string | undefined {
	if (options.local) return undefined;
	try {
		return kubernetesRefusal(kubernetesVersionOfImage(image), parseVersion(options.talosVersion ?? talosVersion));
	} catch (error) {
		if (!(error instanceof ConfigError)) throw error;
		return `failed to parse Kubernetes version from image reference ${quote(image)}: ${error.message}`;
	}
}
