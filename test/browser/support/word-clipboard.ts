import type { Locator, Page } from 'playwright-core';

/** As Word writes it, with what another website could have put in it. */
const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><style><!-- p.MsoNormal { margin: 0cm; font-size: 11pt } --></style></head>
<body lang=NL>
<!--StartFragment-->
<h1 style='margin:0cm'><span style='color:red'>Kop uit Word</span></h1>
<h3>Kleinere kop</h3>
<p class=MsoNormal style='text-align:justify'><b><span style='font-size:12.0pt'>Vet</span></b>, <i>schuin</i>, <u>onderstreept</u> en <span style="font-weight:700">zwaar</span>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Eerste punt<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Tweede punt<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Eerst dit</p>
<p class=MsoNormal>Een regel<br>en nog een.</p>
<table><tr><td>Links</td><td>Rechts</td></tr></table>
<p><a href="javascript:alert(1)">kwaad</a> en <a href="https://gemeente.example/code" onclick="alert(1)"><b>goed</b></a><img src="https://elders.example/x.png" onerror="alert(2)"></p>
<script>document.title = 'gekraakt'</script><iframe src="https://elders.example"></iframe><svg/onload="alert(3)"></svg>
<b style="font-weight:normal">Gewoon, al staat het in een b.</b>
<!--EndFragment-->
</body></html>
`;

/** What a chapter can hold of it; nothing else survives. */
const kept = [
  '<h2>Kop uit Word</h2><h3>Kleinere kop</h3>',
  '<p><strong>Vet</strong>, <em>schuin</em>, onderstreept en <strong>zwaar</strong>.</p>',
  '<ul><li><p>Eerste punt</p></li><li><p>Tweede punt</p></li></ul><ol><li><p>Eerst dit</p></li></ol>',
  '<p>Een regel en nog een.</p><p>Links</p><p>Rechts</p>',
  '<p>kwaad en <a href="https://gemeente.example/code">goed</a></p>',
  '<p>Gewoon, al staat het in een b.</p>',
].join('');

/** Pastes into an empty text as Word puts it on the clipboard, which a program can't do by the keys. */
export async function pasteFromWord(page: Page, text: Locator): Promise<void> {
  await text.focus();
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', ${JSON.stringify(html)});
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }`);
  expect(await text.innerHTML()).toBe(kept);
  expect(await page.title()).not.toContain('gekraakt');
}
