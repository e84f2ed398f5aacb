import { defaults } from '@ichor/machinery/versions';

/** Leaf certificates of a node live a day and are renewed at half of it (upstream: 24 h, 12 h). */
export const leafLife = defaults.leafLifetime;
export const renewAfter = leafLife / 2;

/** From a little before now, for clocks that differ. */
export function lifetimeFrom(now: Date, life: number): { readonly notBefore: Date; readonly notAfter: Date } {
	return { notBefore: new Date(now.getTime() - defaults.allowedClockSkew), notAfter: new Date(now.getTime() + life) };
}

/** Certificates inside of Kubernetes live a year and are renewed at half of it (upstream: KubernetesCertificateValidityDuration). */
export const kubernetesLeafLife = defaults.clientCertificateLifetime;
