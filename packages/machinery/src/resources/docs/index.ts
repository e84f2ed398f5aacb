/** Words about resources. Import it only where words are shown. */
export { explainResource, explainResources, type ResourceExplanation, resourcePaths, type UnknownResource } from './explain-resource.ts';
export { resourceExplanationText, resourcesText } from './explanation-text.ts';
