<?xml version="1.0" encoding="UTF-8"?>
<!--
  A declaration as the super reduced data set of the EU (column H7 of Annex B), in the WCO classes and with the own elements of Denmark's
  DMS. EU: data elements as Annex B numbers them. Sources and what is a guess: xsd/_shared/eu-h7/SOURCE.md.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns:d="urn:wco:datamodel:WCO:DEC-DMS:2"
    xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" exclude-result-prefixes="d">
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="*"/>

  <!-- 13 05: EORI number of who declares -->
  <xsl:param name="declarant"/>
  <!-- 13 06: EORI number of a representative, and 2 direct, 3 indirect; empty: none -->
  <xsl:param name="representative"/>
  <xsl:param name="representation" select="'2'"/>
  <!-- 17 01: customs office -->
  <xsl:param name="office"/>
  <!-- 16 15: where the goods are: country, code, its type, and what names it (U: UN/LOCODE) -->
  <xsl:param name="locationCountry"/>
  <xsl:param name="location"/>
  <xsl:param name="locationType" select="'A'"/>
  <xsl:param name="locationQualifier" select="'U'"/>

  <!-- up to which value goods from person to person are free as such (C08); in another currency they are of negligible value (C07) -->
  <xsl:param name="giftLimit" select="45"/>
  <xsl:param name="giftCurrency" select="'EUR'"/>

  <!-- 12 05: codes of CL754 that a transport document may have, with N before them -->
  <xsl:variable name="transport" select="' 703 704 705 714 740 741 '"/>

  <xsl:template match="/"><xsl:apply-templates select="md:MetaData/d:Declaration"/></xsl:template>

  <xsl:template match="d:Declaration">
    <xsl:variable name="withdrawn" select="d:TypeCode = 'INV'"/>
    <Declaration>
      <FunctionCode><xsl:value-of select="d:FunctionCode"/></FunctionCode>
      <ProcedureCategory>H7</ProcedureCategory>
      <FunctionalReferenceID><xsl:call-template name="lrn"><xsl:with-param name="id" select="d:ID"/></xsl:call-template></FunctionalReferenceID>
      <!-- the declaration that this one is about, by the LRN that it had: whoever lodges it puts the MRN in its place -->
      <xsl:if test="d:FunctionCode = '13'">
        <ID><xsl:call-template name="lrn"><xsl:with-param name="id" select="d:GoodsShipment/d:PreviousDocument[d:TypeCode = '929']/d:ID"/></xsl:call-template></ID>
      </xsl:if>
      <!-- 11 02: D before the goods are there, A when they are -->
      <TypeCode>
        <xsl:choose>
          <xsl:when test="$withdrawn or d:FunctionCode = '9'"><xsl:value-of select="d:TypeCode"/></xsl:when>
          <xsl:otherwise>COR</xsl:otherwise>
        </xsl:choose>
      </TypeCode>
      <xsl:if test="not($withdrawn)"><xsl:call-template name="whole"/></xsl:if>
    </Declaration>
  </xsl:template>

  <!-- 12 09, LRN, an..22: the gateway's id without its hyphen and the first digits of its time, which come again after twelve days; nine
       characters of chance stay. New for each message -->
  <xsl:template name="lrn">
    <xsl:param name="id"/>
    <xsl:variable name="digits" select="translate($id, '-', '')"/>
    <xsl:value-of select="substring($digits, string-length($digits) - 21)"/>
  </xsl:template>

  <xsl:template name="whole">
    <GoodsItemQuantity><xsl:value-of select="count(d:GoodsShipment/d:GovernmentAgencyGoodsItem)"/></GoodsItemQuantity>
    <DeclarationOfficeID><xsl:value-of select="$office"/></DeclarationOfficeID>
    <xsl:copy-of select="d:TotalGrossMassMeasure"/>
    <xsl:if test="$representative != ''">
      <Agent>
        <ID><xsl:value-of select="$representative"/></ID>
        <FunctionCode><xsl:value-of select="$representation"/></FunctionCode>
      </Agent>
    </xsl:if>
    <Declarant><ID><xsl:value-of select="$declarant"/></ID></Declarant>
    <!-- 13 01 -->
    <xsl:for-each select="(d:Exporter | d:GoodsShipment/d:Consignor[not(../../d:Exporter)])[1]">
      <Exporter><xsl:call-template name="party"/></Exporter>
    </xsl:for-each>
    <xsl:apply-templates select="d:GoodsShipment"/>
  </xsl:template>

  <xsl:template name="party">
    <xsl:copy-of select="d:Name"/>
    <Address>
      <xsl:copy-of select="d:Address/d:CityName"/>
      <xsl:copy-of select="d:Address/d:CountryCode"/>
      <xsl:copy-of select="d:Address/d:Line"/>
      <xsl:copy-of select="d:Address/d:PostcodeID"/>
    </Address>
  </xsl:template>

  <xsl:template match="d:GoodsShipment">
    <GoodsShipment>
      <Consignment>
        <GoodsLocation>
          <Name><xsl:value-of select="$location"/></Name>
          <TypeCode><xsl:value-of select="$locationType"/></TypeCode>
          <Address>
            <TypeCode><xsl:value-of select="$locationQualifier"/></TypeCode>
            <CountryCode><xsl:value-of select="$locationCountry"/></CountryCode>
          </Address>
        </GoodsLocation>
      </Consignment>
      <!-- 14 15 -->
      <xsl:if test="d:CustomsValuation/d:FreightChargeAmount">
        <CustomsValuation><xsl:copy-of select="d:CustomsValuation/d:FreightChargeAmount"/></CustomsValuation>
      </xsl:if>
      <!-- 13 16 -->
      <xsl:for-each select="d:DomesticDutyTaxParty">
        <DomesticDutyTaxParty>
          <SequenceNumeric><xsl:value-of select="position()"/></SequenceNumeric>
          <xsl:copy-of select="d:ID"/>
          <xsl:copy-of select="d:RoleCode"/>
        </DomesticDutyTaxParty>
      </xsl:for-each>
      <xsl:apply-templates select="d:GovernmentAgencyGoodsItem"/>
      <!-- 13 04: a person has no number -->
      <xsl:for-each select="(d:Importer | d:Consignee[not(../d:Importer)])[1]">
        <Importer><xsl:call-template name="party"/></Importer>
      </xsl:for-each>
      <xsl:copy-of select="d:UCR"/><!-- 12 08 -->
    </GoodsShipment>
  </xsl:template>

  <xsl:template match="d:GovernmentAgencyGoodsItem">
    <xsl:variable name="gift" select="../d:TransactionNatureCode = '31'
        and not(../d:GovernmentAgencyGoodsItem/d:CustomsValueAmount[@currencyID != $giftCurrency])
        and sum(../d:GovernmentAgencyGoodsItem/d:CustomsValueAmount) &lt;= $giftLimit"/>
    <xsl:variable name="first" select="not(preceding-sibling::d:GovernmentAgencyGoodsItem)"/>
    <GovernmentAgencyGoodsItem>
      <xsl:copy-of select="d:CustomsValueAmount"/><!-- 14 14, intrinsic value -->
      <xsl:copy-of select="d:SequenceNumeric"/><!-- 11 03 -->
      <xsl:for-each select="../../d:AdditionalDocument[contains($transport, concat(' ', d:TypeCode, ' '))]">
        <AdditionalDocument>
          <SequenceNumeric><xsl:value-of select="position()"/></SequenceNumeric>
          <CategoryCode>N</CategoryCode>
          <xsl:copy-of select="d:ID"/>
          <xsl:copy-of select="d:TypeCode"/>
        </AdditionalDocument>
      </xsl:for-each>
      <Commodity>
        <xsl:copy-of select="d:Commodity/d:Description"/><!-- 18 05 -->
        <!-- 18 09: six digits; then what names the product: the seller's, the trade's and the maker's number -->
        <xsl:for-each select="d:Commodity/d:Classification[d:IdentificationTypeCode = 'HS'][1]
            | d:Commodity/d:Classification[contains(' SK SRV MF ', concat(' ', d:IdentificationTypeCode, ' '))]">
          <Classification>
            <SequenceNumeric><xsl:value-of select="position()"/></SequenceNumeric>
            <xsl:copy-of select="d:ID"/>
            <IdentificationTypeCode>
              <xsl:choose>
                <xsl:when test="d:IdentificationTypeCode = 'HS'">TSP</xsl:when>
                <xsl:otherwise><xsl:value-of select="d:IdentificationTypeCode"/></xsl:otherwise>
              </xsl:choose>
            </IdentificationTypeCode>
          </Classification>
        </xsl:for-each>
        <!-- 18 04: of goods that are packed together the first has all of it -->
        <xsl:variable name="stated" select="d:Commodity/d:GoodsMeasure/d:GrossMassMeasure"/>
        <xsl:variable name="total" select="../../d:TotalGrossMassMeasure[
            not(../d:GoodsShipment/d:GovernmentAgencyGoodsItem/d:Commodity/d:GoodsMeasure/d:GrossMassMeasure)]"/>
        <xsl:for-each select="$stated | $total">
          <GoodsMeasure>
            <GrossMassMeasure unitCode="{@unitCode}">
              <xsl:choose>
                <xsl:when test="$stated or $first"><xsl:value-of select="."/></xsl:when>
                <xsl:otherwise>0</xsl:otherwise>
              </xsl:choose>
            </GrossMassMeasure>
          </GoodsMeasure>
        </xsl:for-each>
      </Commodity>
      <!-- release for free circulation -->
      <GovernmentProcedure>
        <SequenceNumeric>1</SequenceNumeric>
        <CurrentCode>40</CurrentCode>
        <PreviousCode>00</PreviousCode>
      </GovernmentProcedure>
      <!-- 11 10: C08 from person to person, C07 all other of negligible value; F48 in the import one-stop shop -->
      <GovernmentProcedure>
        <SequenceNumeric>2</SequenceNumeric>
        <CurrentCode>
          <xsl:choose>
            <xsl:when test="$gift">C08</xsl:when>
            <xsl:otherwise>C07</xsl:otherwise>
          </xsl:choose>
        </CurrentCode>
      </GovernmentProcedure>
      <xsl:if test="../d:DomesticDutyTaxParty[d:RoleCode = 'FR5']">
        <GovernmentProcedure>
          <SequenceNumeric>3</SequenceNumeric>
          <CurrentCode>F48</CurrentCode>
        </GovernmentProcedure>
      </xsl:if>
      <!-- 18 06: packages -->
      <xsl:if test="$first">
        <Packaging>
          <SequenceNumeric>1</SequenceNumeric>
          <QuantityQuantity>
            <xsl:value-of select="../../d:TotalPackageQuantity"/>
            <xsl:if test="not(../../d:TotalPackageQuantity)">1</xsl:if>
          </QuantityQuantity>
        </Packaging>
      </xsl:if>
    </GovernmentAgencyGoodsItem>
  </xsl:template>
</xsl:stylesheet>
