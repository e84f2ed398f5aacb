/** The users of the control plane's pods; their secrets are theirs alone (pkg/machinery/constants, Kubernetes*RunUser). */
export const apiServerUser = 65534;
export const controllerManagerUser = 65535;
export const schedulerUser = 65536;
