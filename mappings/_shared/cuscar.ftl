<#-- The cargo report (CUSCAR) of all directories as WCO: what differs between them are names of groups, and where a region stands. -->
<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/edifact.ftl" as edifact>
<#assign fn = fn>

<#-- The cargo report. bill: the group of one transport document; master: that of the master document beside it. -->
<#macro declaration message number submitter bill cni master transport tdtMode consignor consignorState consignee consigneeState parties goods release code input warnings>
<#local packages = 0>
<#local mass = 0>
<#local unit = "">
<#local mixed = false>
<#list goods as one>
  <#list one.GID.C213 as kind><#local packages = edifact.plus(packages, kind.E7224)></#list>
  <#local mixed = mixed || (unit?has_content && unit != edifact.weightUnit(one.MEA))>
  <#local unit = edifact.weightUnit(one.MEA)>
  <#local mass = edifact.plus(mass, edifact.weight(one.MEA))>
</#list>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">
  <@edifact.customization id="UNCUSCAR" release=release/>
  <Declaration>
    <AcceptanceDateTime><ds:DateTimeString formatCode="102">${edifact.day(message.DTM["137"])}</ds:DateTimeString></AcceptanceDateTime><#-- 023 -->
    <FunctionCode>${wco.function1225(input.functionCode)}</FunctionCode><#-- 017 [none]: original or replacement, an input -->
    <FunctionalReferenceID>${fn.whole(bill.RFF.C506.E1154, 35)}</FunctionalReferenceID><#-- D026 -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: the gateway's own, an input -->
    <IssueDateTime><ds:DateTimeString formatCode="304">${fn.date304(input.receivedAt)}</ds:DateTimeString></IssueDateTime><#-- D011 [none]: when it was received, an input -->
    <TypeCode>IMD</TypeCode><#-- D013 [none]: import, lodged before the goods are there -->
    <GoodsItemQuantity>${goods?size}</GoodsItemQuantity><#-- 228 -->
    <InvoiceAmount currencyID="${fn.first(bill.MOA['43'].C516.E6345, bill.MOA['40'].C516.E6345, bill.CUX.C504.E6345)}">${fn.decimals(fn.first(bill.MOA['43'].C516.E5004, bill.MOA['40'].C516.E5004), 3)}</InvoiceAmount><#-- 109 -->
    <#if mass gt 0 && !mixed>
    <TotalGrossMassMeasure unitCode="${unit}">${fn.decimals(mass?c, 6)}</TotalGrossMassMeasure><#-- 131 -->
    </#if>
    <#if packages gt 0>
    <TotalPackageQuantity>${packages?c}</TotalPackageQuantity><#-- 146 -->
    </#if>
    <Submitter>
      <Name>${fn.text(edifact.name(submitter), 70)}</Name><#-- R058 -->
      <ID>${fn.whole(submitter.C082.E3039, 17)}</ID><#-- R059 -->
    </Submitter>
    <AdditionalDocument>
      <ID>${fn.text(bill.RFF.C506.E1154, 70)}</ID><#-- D005 -->
      <TypeCode>${edifact.documentType(bill.RFF.C506.E1153, code)}</TypeCode><#-- D006 -->
    </AdditionalDocument>
    <#if master>
    <AdditionalDocument>
      <ID>${fn.text(master.RFF.C506.E1154, 70)}</ID><#-- D005 -->
      <TypeCode>${edifact.documentType(master.RFF.C506.E1153, code)}</TypeCode><#-- D006 -->
    </AdditionalDocument>
    </#if>
    <#if cni.C503.E1004?has_content>
    <AdditionalDocument>
      <ID>${fn.text(cni.C503.E1004, 70)}</ID><#-- D005 -->
      <TypeCode>787</TypeCode><#-- D006 [none]: the consignment as it is numbered in the manifest (UN/EDIFACT 1001, bordereau) -->
    </AdditionalDocument>
    </#if>
    <AdditionalDocument>
      <ID>${fn.text(number, 70)}</ID><#-- D005 -->
      <TypeCode>${fn.whole(message.BGM.C002.E1001, 3)}</TypeCode><#-- D006 -->
    </AdditionalDocument>
    <#list parties as party>
    <@edifact.partyStatements role=fn.text("PARTY-" + party.NAD.E3035, 12) nad=party.NAD/>
    </#list>
    <#list bill.LOC as place>
    <@wco.statement code=fn.text("PLACE-" + place.E3227, 17) value=fn.joined([place.C517.E3225, place.C517.E3224], " ")/>
    </#list>
    <@wco.gateway input=input warnings=warnings/>
    <@edifact.border tdt=transport.TDT mode=tdtMode/>
    <Consignment>
      <Carrier>
        <Name>${fn.text(transport.TDT.C040.E3128, 70)}</Name><#-- R011 -->
        <ID>${fn.whole(transport.TDT.C040.E3127, 17)}</ID><#-- R012 -->
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
          <ModeCode>${fn.whole(tdtMode, 1)}</ModeCode><#-- T020 -->
        </ArrivalTransportMeans>
        <GoodsLocation>
          <Name>${fn.text(bill.LOC["14"].C517.E3224, 256)}</Name><#-- L016 -->
          <ID>${fn.whole(bill.LOC["14"].C517.E3225, 17)}</ID><#-- L017 -->
        </GoodsLocation>
        <LoadingLocation>
          <Name>${fn.text(fn.first(bill.LOC["9"].C517.E3224, transport.LOC["9"].C517.E3224), 256)}</Name><#-- L009 -->
          <ID>${fn.whole(fn.first(bill.LOC["9"].C517.E3225, transport.LOC["9"].C517.E3225), 17)}</ID><#-- L010 -->
        </LoadingLocation>
      </Consignment>
      <Consignor>
        <Name>${fn.text(edifact.name(consignor), 70)}</Name><#-- R020 -->
        <ID>${fn.whole(consignor.C082.E3039, 17)}</ID><#-- R021 -->
        <@edifact.address nad=consignor state=consignorState/>
      </Consignor>
      <CustomsValuation>
        <FreightChargeAmount currencyID="${bill.MOA["64"].C516.E6345}">${fn.decimals(bill.MOA["64"].C516.E5004, 3)}</FreightChargeAmount><#-- 117 -->
      </CustomsValuation>
      <Destination>
        <CountryCode>${fn.whole(bill.LOC["28"].C517.E3225, 2)}</CountryCode><#-- 465 -->
      </Destination>
      <ExportCountry>
        <ID>${fn.whole(bill.LOC["35"].C517.E3225, 2)}</ID><#-- 062 -->
      </ExportCountry>
      <#list goods as one>
      <GovernmentAgencyGoodsItem>
        <CustomsValueAmount currencyID="${fn.first(one.MOA['40'].C516.E6345, bill.CUX.C504.E6345)}">${fn.decimals(one.MOA["40"].C516.E5004, 3)}</CustomsValueAmount><#-- 108 -->
        <SequenceNumeric>${one?counter}</SequenceNumeric><#-- 006 [none]: by place; the sender's number may be missing -->
        <Commodity>
          <Description>${fn.text(fn.joined(one.FTX["AAA"].C108.E4440, " "), 512)}</Description><#-- 137 -->
          <@wco.classification hs=fn.without(one.CST.C246.E7361, ". -")/>
          <GoodsMeasure>
            <GrossMassMeasure unitCode="${edifact.weightUnit(one.MEA)}">${edifact.ofGoods(fn.decimals(edifact.weight(one.MEA), 6))}</GrossMassMeasure><#-- 126 -->
          </GoodsMeasure>
          <#list one.SGP as placed>
          <TransportEquipment>
            <SequenceNumeric>${placed?counter}</SequenceNumeric><#-- 006 [none]: by place -->
            <ID>${fn.whole(placed.C237.E8260, 17)}</ID><#-- 159 -->
          </TransportEquipment>
          </#list>
        </Commodity>
        <#list one.GID.C213 as kind>
        <Packaging>
          <SequenceNumeric>${kind?counter}</SequenceNumeric><#-- 006 [none]: by place -->
          <MarksNumbersID>${fn.text(fn.joined(one.PCI.C210.E7102, " "), 512)}</MarksNumbersID><#-- 142 -->
          <QuantityQuantity>${edifact.ofGoods(kind.E7224)}</QuantityQuantity><#-- 144 -->
          <TypeCode>${fn.whole(kind.E7065, 2)}</TypeCode><#-- 141 -->
        </Packaging>
        </#list>
      </GovernmentAgencyGoodsItem>
      </#list>
      <@wco.replaced input=input/>
      <UCR>
        <TraderAssignedReferenceID>${fn.whole(bill.RFF.C506.E1154, 35)}</TraderAssignedReferenceID><#-- 009 -->
      </UCR>
    </GoodsShipment>
  </Declaration>
</md:MetaData>
</#macro>
