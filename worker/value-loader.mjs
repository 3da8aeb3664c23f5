/** Gives a module of a bundle the text that the bundler holds for it, whatever stands in its file. */
export default function valueLoader() {
  return this.getOptions().text;
}
