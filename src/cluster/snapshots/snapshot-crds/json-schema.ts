/** The part of a CustomResourceDefinition's schema language that the snapshot kinds use. */
export interface JsonSchema {
  readonly 'type'?: 'object' | 'string' | 'boolean' | 'integer';
  readonly 'description'?: string;
  readonly 'properties'?: Record<string, JsonSchema>;
  readonly 'required'?: string[];
  readonly 'additionalProperties'?: JsonSchema;
  readonly 'enum'?: string[];
  readonly 'format'?: string;
  readonly 'minimum'?: number;
  readonly 'pattern'?: string;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-map-type'?: 'atomic';
  readonly 'x-kubernetes-validations'?: ValidationRule[];
}

/** A rule the API server evaluates, in the Common Expression Language. */
export interface ValidationRule {
  readonly rule: string;
  readonly message: string;
}

export function object(description: string, properties: Record<string, JsonSchema>, more: JsonSchema = {}): JsonSchema {
  return { type: 'object', description, properties, ...more };
}

export function text(description: string, more: JsonSchema = {}): JsonSchema {
  return { type: 'string', description, ...more };
}

/** Every kind's first three properties. */
export function kind(description: string, properties: Record<string, JsonSchema>, required: string[]): JsonSchema {
  return object(description, {
    apiVersion: text('Group and version this object is written in.'),
    kind: text('What this object is.'),
    metadata: { type: 'object' },
    ...properties,
  }, { required });
}

export function immutable(name: string): JsonSchema {
  return { 'x-kubernetes-validations': [{ rule: 'self == oldSelf', message: `${name} is immutable` }] };
}

export function keptOnceSet(name: string): ValidationRule {
  return { rule: `!has(oldSelf.${name}) || has(self.${name})`, message: `${name} is required once set` };
}

export function exactlyOne(one: string, other: string): ValidationRule {
  return { rule: `has(self.${one}) != has(self.${other})`, message: `exactly one of ${one} and ${other} must be set` };
}

export const DELETION_POLICY_SCHEMA = text('Whether the snapshot in the storage system goes or stays when its VolumeSnapshot is deleted.', { enum: ['Delete', 'Retain'] });

export const ERROR_SCHEMA = object('The last thing that went wrong; gone once the snapshot succeeds.', {
  message: text('What went wrong. May be logged, so it must not hold secrets.'),
  time: text('When it went wrong.', { format: 'date-time' }),
});
