import type { Controller } from '@ichor/runtime';
import { paths } from '../../paths.ts';
import { apiCertificatesController } from './api.ts';
import { apiCertSANsController } from './api-cert-sans.ts';
import { encryptionSaltController } from './encryption-salt.ts';
import { etcdCertificatesController } from './etcd.ts';
import { kubeletSecretController } from './kubelet.ts';
import { kubernetesSecretsController } from './kubernetes.ts';
import { kubernetesCertSANsController } from './kubernetes-cert-sans.ts';
import { kubernetesDynamicCertsController } from './kubernetes-dynamic-certs.ts';
import { maintenanceCertSANsController } from './maintenance-cert-sans.ts';
import { maintenanceRootController } from './maintenance-root.ts';
import { rootEtcdController } from './root-etcd.ts';
import { rootKubernetesController } from './root-kubernetes.ts';
import { rootOSController } from './root-os.ts';
import { trustdCertificatesController } from './trustd.ts';
import { trustedRootsController } from './trusted-roots.ts';

/** Authorities, certificates and keys, and their renewal. */
export const secretsControllers: readonly Controller[] = [
	encryptionSaltController,
	maintenanceCertSANsController,
	rootOSController,
	rootEtcdController,
	maintenanceRootController,
	apiCertSANsController,
	apiCertificatesController,
	trustdCertificatesController,
	rootKubernetesController,
	kubernetesCertSANsController,
	kubernetesDynamicCertsController,
	kubernetesSecretsController,
	kubeletSecretController,
	etcdCertificatesController,
	trustedRootsController(paths.etc),
];
