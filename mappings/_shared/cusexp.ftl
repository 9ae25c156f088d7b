<#-- The express consignment declaration (CUSEXP) as WCO. Its structure is the same from D.94A to D.08A. -->
<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/edifact.ftl" as edifact>
<#assign fn = fn>

<#-- house: the group of one house waybill; master: that of the master waybill it came under. -->
<#macro declaration message number house master consignorState consigneeState release code input warnings>
<#local consignor = house.NAD["CZ"]>
<#local consignee = house.NAD["CN"]>
<#local amount = house.SG11["43"]?then(house.SG11["43"], house.SG11["40"])>
<#local goods = house.SG15>
<#local category = "${house.SG8.GDS.C703.E7085}">
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">
  <@edifact.customization id="UNCUSEXP" release=release/>
  <Declaration>
    <AcceptanceDateTime><ds:DateTimeString formatCode="102">${edifact.day(message.DTM["137"])}</ds:DateTimeString></AcceptanceDateTime><#-- 023 -->
    <FunctionCode>${wco.function1225(input.functionCode)}</FunctionCode><#-- 017 [none]: original or replacement, an input -->
    <FunctionalReferenceID>${fn.whole(house.CNI.C503.E1004, 35)}</FunctionalReferenceID><#-- D026 -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: the gateway's own, an input -->
    <IssueDateTime><ds:DateTimeString formatCode="304">${fn.date304(input.receivedAt)}</ds:DateTimeString></IssueDateTime><#-- D011 [none]: when it was received, an input -->
    <TypeCode>IMD</TypeCode><#-- D013 [none]: import, lodged before the goods are there -->
    <GoodsItemQuantity>${goods?has_content?then(goods?size, 1)}</GoodsItemQuantity><#-- 228 -->
    <InvoiceAmount currencyID="${fn.first(amount.MOA.C516.E6345, amount.SG12.CUX.C504.E6345)}">${fn.decimals(amount.MOA.C516.E5004, 3)}</InvoiceAmount><#-- 109 -->
    <#if edifact.weight(house.MEA)?has_content>
    <TotalGrossMassMeasure unitCode="${edifact.weightUnit(house.MEA)}">${edifact.ofGoods(fn.decimals(edifact.weight(house.MEA), 6))}</TotalGrossMassMeasure><#-- 131 -->
    </#if>
    <TotalPackageQuantity>${fn.first(house.CNT["8"].C270.E6066, house.CNT["11"].C270.E6066)}</TotalPackageQuantity><#-- 146 -->
    <Submitter>
      <Name>${fn.text(edifact.name(message.SG1.NAD), 70)}</Name><#-- R058 -->
      <ID>${fn.whole(message.SG1.NAD.C082.E3039, 17)}</ID><#-- R059 -->
    </Submitter>
    <AdditionalDocument>
      <ID>${fn.text(house.CNI.C503.E1004, 70)}</ID><#-- D005 -->
      <TypeCode>703</TypeCode><#-- D006 [none]: house waybill (UN/EDIFACT 1001) -->
    </AdditionalDocument>
    <AdditionalDocument>
      <ID>${fn.text(master.RFF.C506.E1154, 70)}</ID><#-- D005 -->
      <TypeCode>${edifact.documentType(master.RFF.C506.E1153, code)}</TypeCode><#-- D006 -->
    </AdditionalDocument>
    <AdditionalDocument>
      <ID>${fn.text(number, 70)}</ID><#-- D005 -->
      <TypeCode>${fn.whole(message.BGM.C002.E1001, 3)}</TypeCode><#-- D006 -->
    </AdditionalDocument>
    <#list house.SG14 as document>
    <AdditionalDocument>
      <ID>${fn.text(document.DOC.C503.E1004, 70)}</ID><#-- D005 -->
      <TypeCode>${fn.whole(document.DOC.C002.E1001, 3)}</TypeCode><#-- D006 -->
    </AdditionalDocument>
    </#list>
    <@wco.statement code="IRG-CATEGORY" value=fn.joined([category, house.SG8.FTX.C108.E4440], " ")/>
    <#list house.NAD as party>
    <@edifact.partyStatements role=fn.text("PARTY-" + party.E3035, 12) nad=party/>
    </#list>
    <#list house.LOC as place>
    <@wco.statement code=fn.text("PLACE-" + place.E3227, 17) value=fn.joined([place.C517.E3225, place.C517.E3224], " ")/>
    </#list>
    <@wco.gateway input=input warnings=warnings/>
    <@edifact.border tdt=message.SG3.TDT mode=message.SG3.TDT.C220.E8067/>
    <Consignment>
      <Carrier>
        <Name>${fn.text(message.SG3.TDT.C040.E3128, 70)}</Name><#-- R011 -->
        <ID>${fn.whole(message.SG3.TDT.C040.E3127, 17)}</ID><#-- R012 -->
      </Carrier>
    </Consignment>
    <GoodsShipment>
      <Consignee>
        <Name>${fn.text(edifact.name(consignee), 70)}</Name><#-- R014 -->
        <ID>${fn.whole(consignee.C082.E3039, 17)}</ID><#-- R015 -->
        <@edifact.address nad=consignee state=consigneeState/>
      </Consignee>
      <Consignment>
        <ArrivalTransportMeans>
          <ModeCode>${fn.whole(message.SG3.TDT.C220.E8067, 1)}</ModeCode><#-- T020 -->
        </ArrivalTransportMeans>
        <LoadingLocation>
          <Name>${fn.text(house.LOC["9"].C517.E3224, 256)}</Name><#-- L009 -->
          <ID>${fn.whole(house.LOC["9"].C517.E3225, 17)}</ID><#-- L010 -->
        </LoadingLocation>
      </Consignment>
      <Consignor>
        <Name>${fn.text(edifact.name(consignor), 70)}</Name><#-- R020 -->
        <ID>${fn.whole(consignor.C082.E3039, 17)}</ID><#-- R021 -->
        <@edifact.address nad=consignor state=consignorState/>
      </Consignor>
      <CustomsValuation>
        <FreightChargeAmount currencyID="${house.SG11["64"].MOA.C516.E6345}">${fn.decimals(house.SG11["64"].MOA.C516.E5004, 3)}</FreightChargeAmount><#-- 117 -->
      </CustomsValuation>
      <#if goods>
      <#list goods as one>
      <GovernmentAgencyGoodsItem>
        <SequenceNumeric>${one?counter}</SequenceNumeric><#-- 006 [none]: by place; the sender's number may be missing -->
        <Commodity>
          <Description>${fn.text(fn.joined(one.FTX.C108.E4440, " "), 512)}</Description><#-- 137 -->
          <@wco.classification hs=fn.without(one.CST.C246.E7361, ". -")/>
          <#list one.SG16 as tax>
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
        <GovernmentProcedure>
          <CurrentCode>${code("express-category", category)}</CurrentCode><#-- 166 -->
        </GovernmentProcedure>
        <Origin>
          <CountryCode>${fn.whole(one.LOC["27"].C517.E3225, 2)}</CountryCode><#-- 063 -->
        </Origin>
      </GovernmentAgencyGoodsItem>
      </#list>
      <#else>
      <GovernmentAgencyGoodsItem>
        <SequenceNumeric>1</SequenceNumeric><#-- 006 [none]: the consignment is one goods item where none is written -->
        <Commodity>
          <Description>${fn.text(fn.joined(house.SG8.FTX.C108.E4440, " "), 512)}</Description><#-- 137 -->
        </Commodity>
        <GovernmentProcedure>
          <CurrentCode>${code("express-category", category)}</CurrentCode><#-- 166 -->
        </GovernmentProcedure>
        <#list house.SG9 as packed>
        <Packaging>
          <SequenceNumeric>${packed?counter}</SequenceNumeric><#-- 006 [none]: by place -->
          <MarksNumbersID>${fn.text(fn.joined(packed.PCI.C210.E7102, " "), 512)}</MarksNumbersID><#-- 142 -->
          <QuantityQuantity>${edifact.ofGoods(packed.PAC.E7224)}</QuantityQuantity><#-- 144 -->
          <TypeCode>${fn.whole(packed.PAC.C202.E7065, 2)}</TypeCode><#-- 141 -->
        </Packaging>
        </#list>
      </GovernmentAgencyGoodsItem>
      </#if>
      <@wco.replaced input=input/>
      <TradeTerms>
        <ConditionCode>${fn.whole(house.SG10.TOD.C100.E4053, 3)}</ConditionCode><#-- 090 -->
      </TradeTerms>
      <UCR>
        <TraderAssignedReferenceID>${fn.whole(house.CNI.C503.E1004, 35)}</TraderAssignedReferenceID><#-- 009 -->
      </UCR>
    </GoodsShipment>
  </Declaration>
</md:MetaData>
</#macro>
