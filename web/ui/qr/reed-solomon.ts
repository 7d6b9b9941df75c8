/** Multiplies two bytes in the field of 256 elements that QR codes use (x^8 + x^4 + x^3 + x^2 + 1). */
function multiply(one: number, other: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    product ^= ((other >>> bit) & 1) * one
  }
  return product
}

/** The coefficients of the generator polynomial of a degree, highest first, without the leading one. */
function generator(degree: number): readonly number[] {
  const coefficients = [...Array<number>(degree - 1).fill(0), 1]
  let root = 1
  for (let step = 0; step < degree; step += 1) {
    for (let place = 0; place < degree; place += 1) {
      coefficients[place] = multiply(coefficients[place] ?? 0, root) ^ (coefficients[place + 1] ?? 0)
    }
    root = multiply(root, 2)
  }
  return coefficients
}

/** The bytes that let a reader mend damage: the rest of dividing the data by the generator polynomial. */
export function correctionBytes(bytes: readonly number[], count: number): readonly number[] {
  const divisor = generator(count)
  let rest: number[] = Array<number>(count).fill(0)
  for (const byte of bytes) {
    const factor = byte ^ (rest[0] ?? 0)
    rest = [...rest.slice(1), 0].map((value, place) => value ^ multiply(divisor[place] ?? 0, factor))
  }
  return rest
}
