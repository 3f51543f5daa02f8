/** How the numbers of breach sheets begin: as the incidents' do, with 违约 (WY) in place of 故障 (GZ). */
export function breachPrefix(numberPrefix: string): string {
  return numberPrefix.endsWith("-GZ") ? `${numberPrefix.slice(0, -3)}-WY` : `${numberPrefix}-WY`;
}
