export type { Authorities, ClusterSecrets, KubernetesSecrets, SecretsBundle, TrustdSecrets } from './bundle.ts';
export { type ClientCertificateOptions, generateClientCertificate } from './client-certificate.ts';
export { generateSecrets, type SecretsOptions } from './generate-secrets.ts';
export { decodeSecrets, encodeSecrets } from './secrets-file.ts';
export { secretsFromConfig } from './secrets-from-config.ts';
export { type KubernetesPkiOptions, secretsFromKubernetesPki } from './secrets-from-kubernetes-pki.ts';
export { decodeSecretsJson, encodeSecretsJson } from './secrets-json.ts';
export { validateSecrets } from './validate-secrets.ts';
