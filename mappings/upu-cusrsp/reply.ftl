<Cusrsp xmlns="urn:customsgateway:upu:cusrsp:1">
  <MessageReference>${reply.controlNumber}</MessageReference>
  <ReplyId>${reply.replyId}</ReplyId>
  <PreparedAt>${reply.preparedAt}</PreparedAt>
  <Receiver>${reply.partner}</Receiver>
  <InReplyTo>
    <MessageReference>${reply.interchangeReference}</MessageReference>
    <Name>${reply.interchangeName}</Name>
    <InterchangeId>${reply.interchangeId}</InterchangeId>
  </InReplyTo>
  <Outcome>${(reply.items?size == 0)?then("REFUSED", "PROCESSED")}</Outcome>
  <@problems of=reply/>
  <#list reply.items as item>
  <Item>
    <Sequence>${item.sequence}</Sequence>
    <ItemId>${item.key.id}</ItemId>
    <PostingDate>${item.key.date}</PostingDate>
    <OriginPost>${item.facts.originPost}</OriginPost>
    <DestinationPost>${item.facts.destinationPost}</DestinationPost>
    <MailClass>${item.facts.mailClass}</MailClass>
    <MailCategory>${item.facts.mailCategory}</MailCategory>
    <CustomsReference>${item.facts.customsReference}</CustomsReference>
    <ReceptacleId>${item.facts.receptacleId}</ReceptacleId>
    <GatewayItemId>${item.itemId}</GatewayItemId>
    <Status>
      <Code>${code("cusrsp-status", item.status.code)}</Code><#-- 379 -->
      <Text>${code("status-text", item.status.code)}</Text>
      <At>${item.status.at}</At><#-- 380 -->
      <ReasonCode>${item.status.reasonCode}</ReasonCode>
      <ReasonText>${item.status.reasonText}</ReasonText>
    </Status>
    <#list item.status.taxes as tax>
    <Tax>
      <Type>${tax.type}</Type><#-- 113 -->
      <ContentPiece>${positive(tax.goodsItem)}</ContentPiece><#-- 006 -->
      <Base currency="${tax.currency}">${tax.base}</Base><#-- 116 -->
      <Rate>${tax.rate}</Rate><#-- 115 -->
      <Amount currency="${tax.currency}">${tax.amount}</Amount><#-- 120 -->
    </Tax>
    </#list>
    <Total currency="${item.status.totalCurrency}">${item.status.total}</Total><#-- 378 -->
    <@problems of=item.status/>
  </Item>
  </#list>
</Cusrsp>

<#macro problems of>
  <#list of.problems as problem>
  <Problem>
    <Rule>${problem.rule}</Rule>
    <Severity>${problem.severity}</Severity>
    <Path>${problem.pointer.path}</Path>
    <Line>${positive(problem.pointer.line)}</Line>
    <Column>${positive(problem.pointer.column)}</Column>
    <WcoId>${problem.wcoId}</WcoId>
    <Value>${problem.value}</Value>
    <Text>${problem.text}</Text>
  </Problem>
  </#list>
</#macro>

<#-- 0 stands for "not known" and is not said. -->
<#function positive number>
  <#return ("${number}" == "0")?then("", "${number}")>
</#function>
