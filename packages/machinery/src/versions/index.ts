export { kubernetesRefusal, kubernetesVersionOfImage, upgradePath, upgradeRefusal } from './compatibility.ts';
export { contractName, currentContract, isLater, parseContract, type TalosContract } from './contract.ts';
export { type ContractFeature, contractFeatures, hasFeature } from './contract-feature.ts';
export * as defaults from './defaults.ts';
export { clusterImages, etcdVersion, flannelVersion, type ImageVersions } from './images.ts';
export { productVersion, versionTag } from './product.ts';
export { type TalosRelease, talosRelease, talosReleases } from './release.ts';
export { compareCore, formatVersion, parseVersion, type Version } from './version.ts';
