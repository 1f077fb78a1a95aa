namespace Housing;

/// <summary>A census block group of California, 1990.</summary>
[Row]
public sealed partial record District
{
    /// <summary>Degrees east; negative in California.</summary>
    public required double Longitude { get; init; }

    /// <summary>Degrees north.</summary>
    public required double Latitude { get; init; }

    /// <summary>Years, capped at 52.</summary>
    public required double HousingMedianAge { get; init; }

    /// <summary>Rooms in the district.</summary>
    public required double TotalRooms { get; init; }

    /// <summary>Bedrooms in the district; some are missing.</summary>
    public double? TotalBedrooms { get; init; }

    /// <summary>People in the district.</summary>
    public required double Population { get; init; }

    /// <summary>Households in the district.</summary>
    public required double Households { get; init; }

    /// <summary>In units of 10,000 dollars.</summary>
    public required double MedianIncome { get; init; }

    /// <summary>Where the district lies, one of five categories.</summary>
    public required string OceanProximity { get; init; }

    /// <summary>In dollars, capped at 500,001.</summary>
    [Target]
    public required double MedianHouseValue { get; init; }
}
