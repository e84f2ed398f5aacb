import {
	AdmissionControlConfig,
	type AdmissionControlConfigSpec,
	AuditPolicyConfig,
	AuthenticationConfig,
	AuthorizationConfig,
	type AuthorizationConfigSpec,
	admissionControlConfigId,
	apiServerConfigId,
	auditPolicyConfigId,
	authenticationConfigId,
	authorizationConfigId,
	ConfigStatus,
	SchedulerConfig,
	type SchedulerConfigSpec,
	schedulerConfigId,
	staticPodConfigStatusId,
} from '@ichor/machinery/resources';
import { encodeFreeFormText } from '@ichor/machinery/struct-text';
import { type Controller, formatVersion, reconciling } from '@ichor/runtime';
import { paths } from '../../paths.ts';
import { publish } from '../publish.ts';
import { isEmpty, type JsonObject, jsonObject } from './json.ts';
import { writePodFiles } from './pod-files.ts';
import { apiServerUser, schedulerUser } from './pods/users.ts';

/** Writes the configuration files of the control plane's pods where they read them. */
export const renderConfigsStaticPodController: Controller = reconciling({
	name: 'k8s.RenderConfigsStaticPodController',
	inputs: [
		{ ...AdmissionControlConfig.kind, id: admissionControlConfigId, kind: 'weak' },
		{ ...AuditPolicyConfig.kind, id: auditPolicyConfigId, kind: 'weak' },
		{ ...AuthenticationConfig.kind, id: authenticationConfigId, kind: 'weak' },
		{ ...AuthorizationConfig.kind, id: authorizationConfigId, kind: 'weak' },
		{ ...SchedulerConfig.kind, id: schedulerConfigId, kind: 'weak' },
	],
	outputs: [{ type: ConfigStatus.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const admission = await runtime.find(AdmissionControlConfig.pointer(admissionControlConfigId));
		const audit = await runtime.find(AuditPolicyConfig.pointer(auditPolicyConfigId));
		const authentication = await runtime.find(AuthenticationConfig.pointer(authenticationConfigId));
		const authorization = await runtime.find(AuthorizationConfig.pointer(authorizationConfigId));
		const scheduler = await runtime.find(SchedulerConfig.pointer(schedulerConfigId));
		if (admission === undefined || audit === undefined || authorization === undefined || scheduler === undefined) return;
		await writePodFiles(`${paths.kubernetesConfigs}/${apiServerConfigId}`, apiServerUser, {
			'admission-control-config.yaml': encodeFreeFormText(admissionConfiguration(admission.spec)),
			'auditpolicy.yaml': encodeFreeFormText(audit.spec.config),
			'authorization-config.yaml': encodeFreeFormText(authorizationConfiguration(authorization.spec)),
			// there without a configuration too, as upstream has it: the API server is not told of it then
			'authentication-config.yaml': encodeFreeFormText(authentication?.spec.config ?? {}),
		});
		await writePodFiles(`${paths.kubernetesConfigs}/${schedulerConfigId}`, schedulerUser, {
			'scheduler-config.yaml': encodeFreeFormText(schedulerConfiguration(scheduler.spec)),
		});
		await publish(runtime, ConfigStatus, staticPodConfigStatusId, {
			ready: true,
			// what the API server reads, which is started anew when it changes: upstream's is for the scheduler's image too
			version: [admission, audit, authorization, ...(authentication === undefined ? [] : [authentication])]
				.map(({ metadata }) => formatVersion(metadata.version))
				.join(''),
		});
	},
});

function admissionConfiguration({ config }: AdmissionControlConfigSpec): JsonObject {
	return {
		apiVersion: 'apiserver.config.k8s.io/v1',
		kind: 'AdmissionConfiguration',
		plugins: config.map(({ name, configuration }) => ({ name, configuration })),
	};
}

function authorizationConfiguration({ config }: AuthorizationConfigSpec): JsonObject {
	return {
		apiVersion: 'apiserver.config.k8s.io/v1',
		kind: 'AuthorizationConfiguration',
		authorizers: config.map(({ type, name, webhook }) => ({ type, name, ...(isEmpty(webhook) ? {} : { webhook }) })),
	};
}

function schedulerConfiguration({ config }: SchedulerConfigSpec): JsonObject {
	return {
		...config,
		apiVersion: 'kubescheduler.config.k8s.io/v1',
		kind: 'KubeSchedulerConfiguration',
		clientConnection: {
			...jsonObject(config['clientConnection']),
			kubeconfig: `${paths.kubernetesSecrets}/${schedulerConfigId}/kubeconfig`,
		},
	};
}
