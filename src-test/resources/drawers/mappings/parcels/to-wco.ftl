<#import "/_shared/fit.ftl" as fit>
<MetaData xmlns="urn:test:wco">
  <Declaration>
    <FunctionCode>${input.functionCode}</FunctionCode><#-- 017 [none]: an input -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: an input -->
    <IssueDateTime>${fit.day(item.Posted)}</IssueDateTime><#-- D011 -->
    <#list item.Remark as remark>
    <AdditionalInformation>
      <StatementDescription>${fit.cut(remark, 70)}</StatementDescription><#-- 225 -->
    </AdditionalInformation>
    </#list>
    <#list warnings as warning>
    <AdditionalInformation>
      <StatementCode>${warning.rule}</StatementCode><#-- 226 [none]: ours -->
      <StatementDescription>${fit.cut(warning.path, 70)}</StatementDescription><#-- 225 [none]: ours -->
    </AdditionalInformation>
    </#list>
    <GoodsShipment>
      <TransactionNatureCode>${code("nature", item.Kind)}</TransactionNatureCode><#-- 103 -->
      <Consignee>
        <@fit.party who=item.To/>
      </Consignee>
      <Consignor>
        <@fit.party who=item.From/>
      </Consignor>
      <#list item.Line as line>
      <GovernmentAgencyGoodsItem>
        <SequenceNumeric>${line?counter}</SequenceNumeric><#-- 006 [none]: counted -->
        <Commodity>
          <Description>${line.Text}</Description><#-- 137 -->
          <ClassificationID>${line.HS}</ClassificationID><#-- 145 -->
          <ItemChargeAmount currencyID="${line.Value["@currency"]}">${line.Value}</ItemChargeAmount><#-- 112 -->
        </Commodity>
      </GovernmentAgencyGoodsItem>
      </#list>
    </GoodsShipment>
  </Declaration>
</MetaData>
