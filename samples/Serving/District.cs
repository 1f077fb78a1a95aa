using System.Text.Json.Serialization;

namespace Serving;

/// <summary>The parts of the town.</summary>
[JsonConverter(typeof(DistrictConverter))]
public enum District
{
    Harbour,
    Hill,
    OldTown,
    Station,
}
