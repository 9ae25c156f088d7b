<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/edifact.ftl" as edifact>
<#assign consignor = item.SG6["CZ"].NAD>
<#assign consignee = item.SG6["CN"].NAD>
<#assign importer = item.SG6["IM"].NAD>
<#assign declarant = item.SG6["DT"].NAD>
<#assign goods = item.SG30>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">
  <@edifact.customization id="UNCUSDEC" release="D.96B"/>
  <Declaration>
    <AcceptanceDateTime><ds:DateTimeString formatCode="102">${edifact.day(item.DTM["148"]?then(item.DTM["148"], item.DTM["137"]))}</ds:DateTimeString></AcceptanceDateTime><#-- 023 -->
    <FunctionCode>${wco.function1225(input.functionCode)}</FunctionCode><#-- 017 [none]: original or replacement, an input -->
    <FunctionalReferenceID>${fn.whole(item.BGM.C106.E1004, 35)}</FunctionalReferenceID><#-- D026 -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: the gateway's own, an input -->
    <IssueDateTime><ds:DateTimeString formatCode="304">${fn.date304(input.receivedAt)}</ds:DateTimeString></IssueDateTime><#-- D011 [none]: when it was received, an input -->
    <TypeCode>IMD</TypeCode><#-- D013 [none]: import; the sender's own kinds are in a statement -->
    <GoodsItemQuantity>${goods?size}</GoodsItemQuantity><#-- 228 -->
    <DeclarationOfficeID>${fn.whole(fn.first(item.LOC["22"].C517.E3225, item.LOC["96"].C517.E3225, item.LOC["118"].C517.E3225), 17)}</DeclarationOfficeID><#-- 065 -->
    <InvoiceAmount currencyID="${item.SG8["39"].MOA.C516.E6345}">${fn.decimals(item.SG8["39"].MOA.C516.E5004, 3)}</InvoiceAmount><#-- 109 -->
    <#if edifact.weight(item.MEA)?has_content>
    <TotalGrossMassMeasure unitCode="${edifact.weightUnit(item.MEA)}">${edifact.ofGoods(fn.decimals(edifact.weight(item.MEA), 6))}</TotalGrossMassMeasure><#-- 131 -->
    </#if>
    <TotalPackageQuantity>${item.CNT["11"].C270.E6066}</TotalPackageQuantity><#-- 146 -->
    <#list item.SG5 as document>
    <AdditionalDocument>
      <ID>${fn.text(document.DOC.C503.E1004, 70)}</ID><#-- D005 -->
      <TypeCode>${fn.whole(document.DOC.C002.E1001, 3)}</TypeCode><#-- D006 -->
    </AdditionalDocument>
    </#list>
    <#list item.SG1 as reference>
    <AdditionalDocument>
      <ID>${fn.text(reference.RFF.C506.E1154, 70)}</ID><#-- D005 -->
      <TypeCode>${fn.whole(reference.RFF.C506.E1153, 3)}</TypeCode><#-- D006 -->
    </AdditionalDocument>
    </#list>
    <@wco.statement code="DECLARATION-KIND" value=fn.joined([item.BGM.C002.E1001, item.BGM.C002.E1000], " ")/>
    <#list item.FTX as text>
    <@wco.statement code=fn.text("TEXT-" + text.E4451, 17) value=fn.joined([text.C107.E4441, fn.joined(text.C108.E4440, " ")], " ")/>
    </#list>
    <#list item.SG6 as party>
    <@edifact.partyStatements role=fn.text("PARTY-" + party.NAD.E3035, 12) nad=party.NAD/>
    </#list>
    <#list item.LOC as place>
    <@wco.statement code=fn.text("PLACE-" + place.E3227, 17) value=fn.joined([place.C517.E3225, place.C517.E3224], " ")/>
    </#list>
    <@wco.gateway input=input warnings=warnings/>
    <@edifact.border tdt=item.SG4.TDT mode=item.SG4.TDT.C220.E8067/>
    <Declarant>
      <Name>${fn.text(edifact.name(declarant), 70)}</Name><#-- R124 -->
      <ID>${fn.whole(declarant.C082.E3039, 17)}</ID><#-- R123 -->
    </Declarant>
    <GoodsShipment>
      <Consignee>
        <Name>${fn.text(edifact.name(consignee), 70)}</Name><#-- R014 -->
        <ID>${fn.whole(consignee.C082.E3039, 17)}</ID><#-- R015 -->
        <@edifact.address nad=consignee state=consignee.E3229/>
      </Consignee>
      <Consignment>
        <LoadingLocation>
          <Name>${fn.text(item.LOC["9"].C517.E3224, 256)}</Name><#-- L009 -->
          <ID>${fn.whole(item.LOC["9"].C517.E3225, 17)}</ID><#-- L010 -->
        </LoadingLocation>
        <#list item.EQD as equipment>
        <TransportEquipment>
          <SequenceNumeric>${equipment?counter}</SequenceNumeric><#-- 006 [none]: by place -->
          <ID>${fn.whole(equipment.C237.E8260, 17)}</ID><#-- 159 -->
        </TransportEquipment>
        </#list>
      </Consignment>
      <Consignor>
        <Name>${fn.text(edifact.name(consignor), 70)}</Name><#-- R020 -->
        <ID>${fn.whole(consignor.C082.E3039, 17)}</ID><#-- R021 -->
        <@edifact.address nad=consignor state=consignor.E3229/>
      </Consignor>
      <Destination>
        <CountryCode>${fn.whole(fn.first(item.LOC["36"].C517.E3225, item.LOC["28"].C517.E3225), 2)}</CountryCode><#-- 465 -->
      </Destination>
      <ExportCountry>
        <ID>${fn.whole(item.LOC["35"].C517.E3225, 2)}</ID><#-- 062 -->
      </ExportCountry>
      <#list goods as one>
      <GovernmentAgencyGoodsItem>
        <CustomsValueAmount currencyID="${one.SG33["40"].MOA.C516.E6345}">${fn.decimals(one.SG33["40"].MOA.C516.E5004, 3)}</CustomsValueAmount><#-- 108 -->
        <SequenceNumeric>${one?counter}</SequenceNumeric><#-- 006 [none]: by place; the sender's number may be missing -->
        <StatisticalValueAmount currencyID="${one.SG33["123"].MOA.C516.E6345}">${fn.decimals(one.SG33["123"].MOA.C516.E5004, 3)}</StatisticalValueAmount><#-- 114 -->
        <#list one.SG37 as document>
        <AdditionalDocument>
          <ID>${fn.text(document.DOC.C503.E1004, 70)}</ID><#-- D005 -->
          <TypeCode>${fn.whole(document.DOC.C002.E1001, 3)}</TypeCode><#-- D006 -->
        </AdditionalDocument>
        </#list>
        <Commodity>
          <Description>${fn.text(fn.joined(one.FTX["AAA"].C108.E4440, " "), 512)}</Description><#-- 137 -->
          <@wco.classification hs=fn.without(one.CST.C246.E7361, ". -")/>
          <#list one.SG41 as tax>
          <DutyTaxFee>
            <TypeCode>${fn.whole(tax.TAX.C241.E5153, 3)}</TypeCode><#-- 113 -->
            <Payment>
              <TaxAssessedAmount currencyID="${tax.MOA.C516.E6345}">${fn.decimals(tax.MOA.C516.E5004, 3)}</TaxAssessedAmount><#-- 120 -->
            </Payment>
          </DutyTaxFee>
          </#list>
          <GoodsMeasure>
            <GrossMassMeasure unitCode="${edifact.weightUnit(one.MEA)}">${edifact.ofGoods(fn.decimals(edifact.weight(one.MEA), 6))}</GrossMassMeasure><#-- 126 -->
          </GoodsMeasure>
        </Commodity>
        <Origin>
          <CountryCode>${fn.whole(one.LOC["27"].C517.E3225, 2)}</CountryCode><#-- 063 -->
        </Origin>
        <#list one.SG31 as packed>
        <Packaging>
          <SequenceNumeric>${packed?counter}</SequenceNumeric><#-- 006 [none]: by place -->
          <MarksNumbersID>${fn.text(fn.joined(packed.SG32.PCI.C210.E7102, " "), 512)}</MarksNumbersID><#-- 142 -->
          <QuantityQuantity>${edifact.ofGoods(packed.PAC.E7224)}</QuantityQuantity><#-- 144 -->
          <TypeCode>${fn.whole(packed.PAC.C202.E7065, 2)}</TypeCode><#-- 141 -->
        </Packaging>
        </#list>
      </GovernmentAgencyGoodsItem>
      </#list>
      <Importer>
        <Name>${fn.text(edifact.name(importer), 70)}</Name><#-- R037 -->
        <ID>${fn.whole(importer.C082.E3039, 17)}</ID><#-- R038 -->
        <@edifact.address nad=importer state=importer.E3229/>
      </Importer>
      <@wco.replaced input=input/>
      <TradeTerms>
        <ConditionCode>${fn.whole(item.SG7.TOD.C100.E4053, 3)}</ConditionCode><#-- 090 -->
      </TradeTerms>
      <UCR>
        <TraderAssignedReferenceID>${fn.whole(fn.first(item.SG1["ABE"].RFF.C506.E1154, item.BGM.C106.E1004), 35)}</TraderAssignedReferenceID><#-- 009 -->
      </UCR>
    </GoodsShipment>
  </Declaration>
</md:MetaData>
