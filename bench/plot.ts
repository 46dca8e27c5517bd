const colours = ['#335c81', '#c1666b', '#d4b483', '#7a9e7e', '#b08ea2', '#9d9d9d'];
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Groups of horizontal bars as an SVG; each group is scaled to its own longest bar. */
export function barPlot(
  title: string,
  groups: { name: string; unit: string; bars: { name: string; value: number }[] }[],
): string {
  let y = 40;
  const parts: string[] = [];
  for (const group of groups) {
    const longest = Math.max(...group.bars.map(({ value }) => value));
    parts.push(`<text x="10" y="${y}" font-weight="bold">${escaped(group.name)}</text>`);
    y += 10;
    group.bars.forEach(({ name, value }, index) => {
      const width = Math.max(1, (value / longest) * 380);
      parts.push(
        `<text x="150" y="${y + 12}" text-anchor="end">${escaped(name)}</text>`,
        `<rect x="160" y="${y}" width="${width.toFixed(1)}" height="15" fill="${colours[index % colours.length]}"/>`,
        `<text x="${(166 + width).toFixed(1)}" y="${y + 12}">${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ${group.unit}</text>`,
      );
      y += 19;
    });
    y += 24;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="${y}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="white"/>
<text x="10" y="18" font-size="14">${escaped(title)}</text>
${parts.join('\n')}
</svg>
`;
}
