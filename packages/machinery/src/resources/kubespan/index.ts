export * from './kubespan-config.ts';
export * from './kubespan-endpoint.ts';
export * from './kubespan-identity.ts';
export * from './kubespan-peer-spec.ts';
export * from './kubespan-peer-status.ts';
