/** The users that services run as, and that their files belong to (upstream: pkg/machinery/constants). */
export const apidUser = 50;
export const trustdUser = 51;
export const etcdUser = 60;
export const kubernetesApiServerUser = 65_534;
