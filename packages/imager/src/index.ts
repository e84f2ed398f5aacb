export { Cache, type CacheEntry } from './cache.ts';
export { ImagerError, type ImagerErrorCode } from './errors.ts';
export { type BuiltImage, buildNamedImage, namedImageReference } from './image.ts';
export { buildKubernetesImages, kubernetesImages, kubernetesVersions } from './kubernetes.ts';
export { Lock, type LockEntry } from './lock.ts';
export { buildPart } from './part.ts';
export { type Recipe, readRecipe } from './recipe.ts';
export { buildRootFileSystem } from './root-file-system.ts';
export type { BuildPlace } from './source.ts';
