namespace Serving;

/// <summary>The parts of the town.</summary>
public enum District
{
    Harbour,
    Hill,
    OldTown,
    Station,
}
