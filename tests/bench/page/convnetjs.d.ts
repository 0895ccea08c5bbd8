declare module 'convnetjs' {
  interface Vol {
    readonly w: Float64Array
  }
  interface Net {
    makeLayers(layers: readonly Readonly<Record<string, unknown>>[]): void
  }
  const convnetjs: {
    readonly Net: new () => Net
    readonly Vol: new (width: number, height: number, depth: number) => Vol
    readonly SGDTrainer: new (
      net: Net,
      options: Readonly<Record<string, number>>,
    ) => {
      train(input: Vol, target: readonly number[] | number): { readonly cost_loss: number }
    }
  }
  export default convnetjs
}
