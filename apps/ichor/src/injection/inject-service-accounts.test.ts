import assert from 'node:assert/strict';
import { test } from 'node:test';
import { injectServiceAccounts } from './inject-service-accounts.ts';

/** As talosctl 1.13.9 prints it. */
const cronJob = `apiVersion: batch/v1
kind: CronJob
metadata:
  name: backup
  namespace: ops
spec:
  jobTemplate:
    metadata: {}
    spec:
      template:
        metadata: {}
        spec:
          containers:
          - args:
            - "1"
            image: i
            name: c
            resources: {}
            volumeMounts:
            - mountPath: /q
              name: q
            - mountPath: /var/run/secrets/talos.dev
              name: talos-secrets
          volumes:
          - name: talos-secrets
            secret:
              secretName: backup-talos-secrets
  schedule: '* * * * *'
status: {}
---
apiVersion: talos.dev/v1alpha1
kind: ServiceAccount
metadata:
    name: backup-talos-secrets
    namespace: ops
spec:
    roles:
        - os:reader
---
`;
const given = `kind: CronJob
apiVersion: batch/v1
metadata: {namespace: ops, name: backup}
spec:
  schedule: "* * * * *"
  jobTemplate:
    spec: {template: {spec: {containers: [{name: c, image: i, args: ["1"], volumeMounts: [{name: q, mountPath: /q}, {name: talos-secrets, mountPath: /old}]}]}}}
`;

test('every pod has a talosconfig, and a service account that makes it', () => {
	assert.equal(injectServiceAccounts(given, ['os:reader']), cronJob);
});

test('what has been injected is injected once', () => {
	assert.equal(injectServiceAccounts(injectServiceAccounts(given, ['os:reader']), ['os:reader']), cronJob);
});

test('what has no pods stays as it is; nothing is nothing', () => {
	assert.equal(injectServiceAccounts('a: {b: "yes"}\n---\n', ['x']), 'a:\n    b: "yes"\n---\n');
	assert.equal(injectServiceAccounts('', ['x']), '');
});
