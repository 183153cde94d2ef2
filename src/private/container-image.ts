import { isUnresolved } from './cdk-tokens';

/**
 * What is wrong with a container image: one without a version is another one tomorrow.
 *
 * @param property Where the image was given.
 * @param image The image.
 * @param example One that would do.
 * @see https://kubernetes.io/docs/concepts/containers/images/#image-names
 */
export function imageMistake(property: string, image: string, example: string): string | undefined {
  if (isUnresolved(image) || /^[^\s@]*[^\s@/:](:\w[\w.-]*|@sha256:[0-9a-f]{64})$/.test(image)) return undefined;
  return `${property} '${image}' names no version; write it as in '${example}', or with a digest`;
}
